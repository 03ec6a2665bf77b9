/** Offers bytes as a file to keep. Nothing leaves the page: the address is one of its own blobs. */
export function downloadFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the blob when the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
