declare global {
  interface Window {
    /** When the heatmap's picture was last drawn, and the first frame in which it could be seen. */
    heatmap: { drawn: number; painted: number }
    /** Long tasks (> 50 ms) since the page began. */
    longTasks: { start: number; duration: number }[]
  }
}

/**
 * Runs in the page before the app: notes when the heatmap's cells, an image drawn from another canvas,
 * come onto a canvas of the page, and every task over 50 ms.
 */
export function watchFrames(): void {
  window.heatmap = { drawn: 0, painted: 0 }
  window.longTasks = []
  const draw = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, 'drawImage')
    ?.value as (...args: unknown[]) => void
  CanvasRenderingContext2D.prototype.drawImage = function drawImage(...args: unknown[]) {
    draw.apply(this, args)
    const [source] = args
    if (!(source instanceof HTMLCanvasElement) || !this.canvas.isConnected) return
    if (source.width < 100) return
    const drawn = performance.now()
    window.heatmap.drawn = drawn
    requestAnimationFrame(() => {
      // The first task after the frame; a timer would wait for what others have put off until then.
      void scheduler.postTask(
        () => {
          if (window.heatmap.drawn === drawn) window.heatmap.painted = performance.now()
        },
        { priority: 'user-blocking' },
      )
    })
  }
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      window.longTasks.push({ start: startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
}
