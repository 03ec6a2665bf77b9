import { onScopeDispose, shallowRef, type ShallowRef, watch, type WatchSource } from 'vue'

/**
 * What is in sight, drawn in a task of its own while the user scrolls. A browser tells of scrolling at
 * the beginning of a frame; rows made then are laid out and painted in the same task, which becomes too
 * long for the next turn of the wheel.
 *
 * @param isScroll whether nothing else has changed; anything else is drawn at once.
 */
export function useAfterScroll<T>(
  wanted: WatchSource<T> & { readonly value: T },
  isScroll: (now: T, before: T) => boolean,
): Readonly<ShallowRef<T>> {
  const drawn = shallowRef(wanted.value)
  let timer: ReturnType<typeof setTimeout> | undefined

  function draw(): void {
    clearTimeout(timer)
    timer = undefined
    drawn.value = wanted.value
  }
  watch(wanted, (now) => {
    if (!isScroll(now, drawn.value)) draw()
    else timer ??= setTimeout(draw)
  })
  onScopeDispose(() => clearTimeout(timer))

  return drawn
}
