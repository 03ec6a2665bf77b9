/**
 * Offers bytes as a file to keep. Nothing leaves the page: the address is one of its own blobs, given
 * back when the browser has long taken it.
 */
export function downloadFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 60_000)
}
