import { activeElement } from '../ui/use-restore-focus.ts'

/** What activates a page. A finger does so when it is lifted. */
const ACTIVATING = ['pointerdown', 'pointerup', 'touchend', 'keydown']

const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex]'

let isTracked = false
let lastAt = Number.NEGATIVE_INFINITY
/** Pressed last, until something else has the focus. */
let pressed: HTMLElement | null = null

/** Listens, from the first call on, for what the customer does in the host's page. */
export function trackHostInput(): void {
  if (isTracked) return
  isTracked = true
  const options = { capture: true, passive: true }
  const listen = (type: string, listener: (event: Event) => void) =>
    window.addEventListener(type, listener, options)
  for (const type of ACTIVATING) listen(type, () => (lastAt = performance.now()))
  listen('click', (event) => (pressed = controlOf(event)))
  listen('focusin', (event) => {
    if (pressed && !event.composedPath().includes(pressed)) pressed = null
  })
}

/** When the customer last did something in the host's page, on the monotonic clock, in milliseconds. */
export function lastHostInputAt(): number {
  return lastAt
}

/** What the customer pressed, else what has the focus: Safari gives no focus to a button that is pressed. */
export function lastUsed(): HTMLElement | null {
  return pressed?.isConnected ? pressed : activeElement()
}

function controlOf(event: Event): HTMLElement | null {
  const isControl = (target: EventTarget) => target instanceof HTMLElement && target.matches(CONTROLS)
  return (event.composedPath().find(isControl) as HTMLElement | undefined) ?? null
}
