import { activeElement } from '../ui/use-restore-focus.ts'

const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex]'

/** Pressed last, until something else has the focus. */
let pressed: HTMLElement | null = null
let isWatched = false

/**
 * Remembers, from the first call on, what is pressed: not every browser gives it the focus. Safari gives none to a button,
 * nor does one whose host keeps the mouse from giving it.
 */
export function watchPressed(): void {
  if (isWatched) return
  isWatched = true
  window.addEventListener('click', (event) => (pressed = controlOf(event)), { capture: true, passive: true })
  window.addEventListener(
    'focusin',
    (event) => {
      if (pressed && !event.composedPath().includes(pressed)) pressed = null
    },
    { capture: true, passive: true },
  )
}

/** What the customer pressed, else what has the focus, also inside shadow roots. */
export function lastUsed(): HTMLElement | null {
  return pressed?.isConnected ? pressed : activeElement()
}

function controlOf(event: Event): HTMLElement | null {
  const [control] = event
    .composedPath()
    .filter((target) => target instanceof HTMLElement)
    .filter((element) => element.matches(CONTROLS))
  return control ?? null
}
