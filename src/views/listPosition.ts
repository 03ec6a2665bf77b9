export interface ListPosition {
  /** px */
  offset: number
  activeId: string | undefined
}

const positions = new Map<string, ListPosition>()

/** Where a list stood when it was left, by its address: Back comes to the same row. */
export function recallPosition(address: string): ListPosition {
  return positions.get(address) ?? { offset: 0, activeId: undefined }
}

export function rememberPosition(address: string, position: ListPosition): void {
  positions.set(address, position)
}
