import { one, the } from '../dom.ts'
import { morph } from './morph.ts'

const EVERY_MS = 1_000
const root = document.documentElement

let timer: number | undefined
let asked = 0
let shown = ''
let isPressed = false
let isBehind = false

/** Asks for the page again each second while it is looked at, and takes over what changed. */
export function keepLooking(): void {
  look()
  document.addEventListener('visibilitychange', look)
  document.addEventListener('pointerdown', ({ button }) => (isPressed = button === 0))
  for (const end of ['pointerup', 'pointercancel', 'contextmenu']) {
    document.addEventListener(end, () => setTimeout(release))
  }
  // A list of choices, or another window, may have taken the end of a press for itself.
  document.addEventListener('pointermove', ({ buttons }) => buttons === 0 && release())
  window.addEventListener('popstate', () => void refresh())
}

export async function refresh(): Promise<void> {
  const turn = ++asked
  try {
    const response = await fetch(location.href, { cache: 'no-store' })
    const text = await response.text()
    if (turn !== asked) return
    if (!response.ok) throw new Error(response.statusText)
    if (root.dataset.state === 'lost') root.dataset.state = 'live'
    // What changes under a pressed pointer loses its click: it is taken over once that is let go.
    isBehind = isPressed
    if (isPressed || text === shown) return
    take(text)
    shown = text
  } catch {
    if (turn === asked && root.dataset.state === 'live') root.dataset.state = 'lost'
  }
}

function release() {
  isPressed = false
  if (isBehind) void refresh()
  isBehind = false
}

/** Follows a link of the page within the page. */
export function go(event: MouseEvent, link: HTMLAnchorElement): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  history.pushState(null, '', link.href)
  void refresh()
}

export function pause(button: HTMLElement): void {
  const isPaused = root.dataset.state !== 'paused'
  root.dataset.state = isPaused ? 'paused' : 'live'
  button.setAttribute('aria-pressed', String(isPaused))
  look()
}

function look() {
  window.clearTimeout(timer)
  if (document.hidden || root.dataset.state === 'paused') return
  void refresh().finally(() => {
    window.clearTimeout(timer)
    timer = window.setTimeout(look, EVERY_MS)
  })
}

function take(text: string) {
  const next = one('#console', new DOMParser().parseFromString(text, 'text/html'))
  if (next === null) return
  const home = document.activeElement?.closest('[data-panel]')
  morph(the('#console'), next)
  if (home && document.activeElement === document.body) one('h2', home)?.focus()
  stayWithWhatIsRead()
}

/** What is shown because it was the newest stays when a newer one comes: somebody reads it, or is about to press its buttons. */
function stayWithWhatIsRead() {
  const address = one('[data-address]')?.dataset.address
  if (address && address !== location.pathname + location.search) history.replaceState(null, '', address)
}
