import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/** More files than this in one folder are a mistake, not an import. */
const maxFiles = 2_000

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    return new Promise((resolve, reject) => {
      ;(entry as FileSystemFileEntry).file((file) => resolve([file]), reject)
    })
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const files: File[] = []
  for (;;) {
    // A directory hands its entries out in portions; an empty one is the end.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (entries.length === 0 || files.length >= maxFiles) return files
    for (const each of entries) files.push(...(await filesIn(each)))
  }
}

/** Files of a drop, folders opened; hidden files (".DS_Store", "~$表.xlsx") are left out. */
async function filesOf(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry())
  const loose = [...transfer.files]
  const found = entries.some((entry) => entry?.isDirectory)
    ? (await Promise.all(entries.flatMap((entry) => (entry ? [filesIn(entry)] : [])))).flat()
    : loose
  return found.filter(({ name }) => !/^(\.|~\$)/.test(name)).slice(0, maxFiles)
}

/**
 * Takes files and folders dropped anywhere on the page while the caller's scope lives.
 *
 * @returns `isOver`: a drag with files is over the page.
 */
export function useFileDrop(onFiles: (files: File[]) => void): { isOver: Readonly<Ref<boolean>> } {
  const isOver = ref(false)
  let depth = 0
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const onEnter = (event: DragEvent) => {
    if (!hasFiles(event)) return
    depth += 1
    isOver.value = true
  }
  const onLeave = () => {
    depth = Math.max(0, depth - 1)
    isOver.value = depth > 0
  }
  const onOver = (event: DragEvent) => {
    if (hasFiles(event)) event.preventDefault()
  }
  const onDrop = (event: DragEvent) => {
    depth = 0
    isOver.value = false
    if (!hasFiles(event) || !event.dataTransfer) return
    event.preventDefault()
    void filesOf(event.dataTransfer).then(onFiles)
  }
  window.addEventListener('dragenter', onEnter)
  window.addEventListener('dragleave', onLeave)
  window.addEventListener('dragover', onOver)
  window.addEventListener('drop', onDrop)
  onScopeDispose(() => {
    window.removeEventListener('dragenter', onEnter)
    window.removeEventListener('dragleave', onLeave)
    window.removeEventListener('dragover', onOver)
    window.removeEventListener('drop', onDrop)
  })
  return { isOver: readonly(isOver) }
}
