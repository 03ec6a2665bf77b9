/** A folder of the browser's private file system, in memory: Node has none. */
export class MemoryFolder {
  readonly kind = 'directory'
  readonly files = new Map<string, Uint8Array>()
  readonly folders = new Map<string, MemoryFolder>()

  constructor(
    readonly name: string,
    /** Answers of the browser when it is asked for permission, or whether there is one. */
    public permission: PermissionState = 'granted',
  ) {}

  getDirectoryHandle(name: string): Promise<MemoryFolder> {
    const folder = this.folders.get(name) ?? new MemoryFolder(name)
    this.folders.set(name, folder)
    return Promise.resolve(folder)
  }

  getFileHandle(name: string, options: { create?: boolean } = {}) {
    if (!this.files.has(name)) {
      if (!options.create) return Promise.reject(new DOMException(name, 'NotFoundError'))
      this.files.set(name, new Uint8Array())
    }
    return Promise.resolve(this.handleOf(name))
  }

  removeEntry(name: string): Promise<void> {
    this.files.delete(name)
    this.folders.delete(name)
    return Promise.resolve()
  }

  async *entries() {
    for (const name of await Promise.resolve([...this.files.keys()])) {
      yield [name, this.handleOf(name)] as const
    }
    for (const [name, folder] of this.folders) yield [name, folder] as const
  }

  async *keys() {
    yield* await Promise.resolve([...this.files.keys(), ...this.folders.keys()])
  }

  queryPermission = (): Promise<PermissionState> => Promise.resolve(this.permission)

  requestPermission = (): Promise<PermissionState> => {
    this.permission = 'granted'
    return this.queryPermission()
  }

  private handleOf(name: string) {
    const read = () => this.files.get(name) ?? new Uint8Array()
    return {
      kind: 'file' as const,
      getFile: () => Promise.resolve(new Blob([read() as Uint8Array<ArrayBuffer>])),
      createWritable: () => {
        let written = read()
        return Promise.resolve({
          write: (bytes: Uint8Array) => Promise.resolve((written = bytes)),
          // Nothing of it shows before it is closed.
          close: () => Promise.resolve(this.files.set(name, written)),
        })
      },
    }
  }
}
