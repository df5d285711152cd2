import type { Browser, Request } from 'playwright'
import type { PageHost } from './start-host.ts'
import type { Span, Visit } from './waterfall.ts'

/** A slow mobile network: 1.6 Mbit/s down, 750 kbit/s up, 150 ms before each answer. */
export const LINE = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }

export type Side = 'ours' | 'theirs'
/** `warm`: what stands behind the button is there before it is pressed. */
export type Start = 'cold' | 'warm'

/** One visit with an empty cache. */
export async function visit(browser: Browser, host: PageHost, side: Side, start: Start): Promise<Visit> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.addInitScript(noteMoments)
    await page.goto(`${host[side]}/${start === 'warm' ? '#warm' : ''}`, { waitUntil: 'networkidle' })
    const network = await context.newCDPSession(page)
    await network.send('Network.emulateNetworkConditions', { offline: false, ...LINE })
    const requests: Request[] = []
    // What Nectar's page loads is its own business.
    page.on('request', (request) => {
      if (request.frame() === page.mainFrame() || request.isNavigationRequest()) requests.push(request)
    })
    const navigation = page.waitForEvent('request', (request) => request.resourceType() === 'document')
    // A press alone: the pointer is not near before.
    await page.getByRole('button', { name: 'Connect a utility account' }).dispatchEvent('click')
    if (side === 'ours') await page.getByRole('button', { name: 'I have the login' }).dispatchEvent('click')
    const frame = await navigation
    await (await frame.response())?.finished()
    const moments = await page.evaluate(() => window.moments)
    return toVisit(requests, frame, moments)
  } finally {
    await context.close()
  }
}

interface Moments {
  /** Presses, and when the heading of a dialog was drawn. Milliseconds since the epoch. */
  presses: number[]
  drawn: number | null
}

declare global {
  interface Window {
    moments: Moments
  }
}

/** Runs in the page. */
function noteMoments() {
  const moments: Moments = { presses: [], drawn: null }
  window.moments = moments
  const now = () => performance.timeOrigin + performance.now()
  document.addEventListener('click', () => moments.presses.push(now()), { capture: true })
  new MutationObserver(() => {
    if (moments.drawn !== null || !document.querySelector('dialog[open] .nectar-choice')) return
    moments.drawn = 0
    requestAnimationFrame(() => {
      moments.drawn = now()
    })
  }).observe(document, { subtree: true, childList: true, attributes: true })
}

function toVisit(requests: readonly Request[], frame: Request, { presses, drawn }: Moments): Visit {
  const [pressed = Number.NaN, consented = pressed] = presses
  const spans = requests.map((request): Span => {
    const { startTime, responseEnd } = request.timing()
    return { name: nameOf(request), from: startTime - pressed, ms: Math.max(0, responseEnd) }
  })
  return {
    spans,
    drawnMs: drawn === null ? null : drawn - pressed,
    frameMs: frame.timing().startTime - consented,
  }
}

function nameOf(request: Request): string {
  const { pathname } = new URL(request.url())
  if (request.resourceType() === 'document') return 'the frame'
  const name = pathname.replace(/^\/(assets|api\/nectar)/, '').replace(/-[\w-]{8}(\.\w+)$/, '$1')
  return `${request.method()} ${name}`
}
