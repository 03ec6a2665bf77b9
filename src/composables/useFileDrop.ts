import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/** More files than this in one folder are a mistake, not an import: the rest is left out, and said. */
export const mostFiles = 2_000

/** A file with its path in the folder that was dropped or chosen: "2025/自评表.xlsx". */
export interface FoundFile {
  file: File
  path: string
}

/** Files that were chosen or dropped; `isCut`: there were more than `mostFiles`. */
export interface FoundFiles {
  files: FoundFile[]
  isCut: boolean
}

/** Hidden files and the lock files of Office: ".DS_Store", "~$表.xlsx". */
const isHidden = ({ file }: FoundFile) => /^(\.|~\$)/.test(file.name)

function cut(found: readonly FoundFile[]): FoundFiles {
  const files = found.filter((each) => !isHidden(each))
  return { files: files.slice(0, mostFiles), isCut: files.length > mostFiles }
}

/** Files of an input, of a folder too, as `useFileDrop` hands dropped ones over. */
export function filesOfInput({ files }: HTMLInputElement): FoundFiles {
  const found = [...(files ?? [])].map((file) => {
    return { file, path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath }
  })
  return cut(found)
}

/** @param open how many more files are wanted. */
async function filesIn(entry: FileSystemEntry, open: number): Promise<FoundFile[]> {
  if (open <= 0) return []
  if (entry.isFile) {
    const file = await new Promise<File | undefined>((resolve) =>
      // A file that is gone by now is left out; the others are not lost with it.
      (entry as FileSystemFileEntry).file(resolve, () => resolve(undefined)),
    )
    const found = file && { file, path: entry.fullPath.replace(/^\//, '') }
    return found && !isHidden(found) ? [found] : []
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const files: FoundFile[] = []
  for (;;) {
    // A directory hands its entries out in portions; an empty one is the end.
    const entries = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (entries.length === 0 || files.length >= open) return files
    for (const each of entries) files.push(...(await filesIn(each, open - files.length)))
  }
}

async function filesOf(transfer: DataTransfer): Promise<FoundFiles> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry())
  const loose = [...transfer.files].map((file) => ({ file, path: file.name }))
  if (!entries.some((entry) => entry?.isDirectory)) return cut(loose)
  const found: FoundFile[] = []
  for (const entry of entries) {
    // One more than is taken, to know that there are more.
    if (entry) found.push(...(await filesIn(entry, mostFiles + 1 - found.length)))
  }
  return cut(found)
}

/** Who takes dropped files; the page that came last does, and the frame around it when it is gone. */
const receivers: ((found: FoundFiles) => void)[] = []

/**
 * Takes files and folders dropped anywhere on the page while the caller's scope lives, before any
 * caller that began earlier.
 *
 * @returns `isOver`: a drag with files is over the page.
 */
export function useFileDrop(onFiles: (found: FoundFiles) => void): {
  isOver: Readonly<Ref<boolean>>
} {
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
    if (!hasFiles(event) || !event.dataTransfer || receivers.at(-1) !== onFiles) return
    event.preventDefault()
    void filesOf(event.dataTransfer).then(onFiles)
  }
  receivers.push(onFiles)
  window.addEventListener('dragenter', onEnter)
  window.addEventListener('dragleave', onLeave)
  window.addEventListener('dragover', onOver)
  window.addEventListener('drop', onDrop)
  onScopeDispose(() => {
    receivers.splice(receivers.indexOf(onFiles), 1)
    window.removeEventListener('dragenter', onEnter)
    window.removeEventListener('dragleave', onLeave)
    window.removeEventListener('dragover', onOver)
    window.removeEventListener('drop', onDrop)
  })
  return { isOver: readonly(isOver) }
}
