import { onScopeDispose } from 'vue'

/** Listens on the window while the caller's scope lives. */
export function useEventListener<Type extends keyof WindowEventMap>(
  target: Window,
  type: Type,
  listener: (event: WindowEventMap[Type]) => void,
): void {
  target.addEventListener(type, listener)
  onScopeDispose(() => target.removeEventListener(type, listener))
}
