import { createInPageSandbox, type InPageSandbox } from '@nectar-connect/sandbox/page'
import { createNectarConnect } from '@nectar-connect/server'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page as browser, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../index.ts'
import { InPageSandboxProvider } from '../page.ts'
import { findConsent, findFrame, findTrigger } from '../testing/widget.tsx'

beforeEach(() => browser.viewport(1280, 900))
afterEach(() => {
  cleanup()
  for (const frame of document.querySelectorAll('iframe[data-test]')) frame.remove()
})

function makePage(): InPageSandbox {
  return createInPageSandbox({
    companies: [{ name: 'Harrow Lane Hotels', sites: [{ name: 'The Alder' }] }],
    server: ({ options, companies: [company] }) =>
      createNectarConnect({
        ...options,
        authorize: () => ({ companyId: company?.id ?? null, userId: 'u-1' }),
        logger: { debug() {}, info() {}, warn() {}, error() {} },
      }),
  })
}

async function open(page: InPageSandbox): Promise<HTMLIFrameElement> {
  render(
    <InPageSandboxProvider page={page}>
      <NectarConnect />
    </InPageSandboxProvider>,
  )
  await userEvent.click(await findTrigger())
  await userEvent.click(await findConsent())
  return findFrame()
}

/** An invitation's address, and a frame of the test's own to show it in. */
async function bare(page: InPageSandbox, sandbox = 'allow-scripts allow-forms') {
  const [company] = (await page.control.snapshot()).companies
  const answer = await page.sandbox.fetch(
    new Request(`https://nectar-sandbox.invalid/v2.2/invitation/company/${company?.id}`, {
      method: 'POST',
      headers: { 'X-API-Key': 'nectar-sandbox-key' },
      body: '{}',
    }),
  )
  const { invitationUrl: url } = await answer.json()
  const frame = document.createElement('iframe')
  frame.dataset.test = ''
  frame.setAttribute('sandbox', sandbox)
  document.body.append(frame)
  return { url, frame, requests: async () => (await page.control.stats()).requests }
}

test('the frame has an origin of nobody, no address, and the session hears that its page is there', async () => {
  const frame = await open(makePage())
  expect(frame.getAttribute('sandbox')).toBe('allow-scripts allow-forms')
  expect(frame.hasAttribute('src')).toBe(false)
  await waitFor(() => expect(frame.closest('[aria-busy]')?.getAttribute('aria-busy')).toBe('false'), {
    timeout: 10_000,
  })
  expect(frame.contentDocument).toBeNull()
  expect(document.head.querySelector('link[rel="preconnect"]')).toBeNull()
})

test('a page that never loads is waited for', async () => {
  const page = makePage()
  await page.control.addFault({ kind: 'never-loads' })
  const frame = await open(page)
  await new Promise((resolve) => requestAnimationFrame(resolve))
  expect(frame.closest('[aria-busy]')?.getAttribute('aria-busy')).toBe('true')
  page.close()
})

test.each([
  ['with its own origin', 'allow-scripts allow-forms allow-same-origin'],
  ['without any sandbox', ''],
])('a frame %s is refused', async (_, sandbox) => {
  const page = makePage()
  const { frame, url } = await bare(page, sandbox)
  expect(() => page.showPage(frame, url, () => {})).toThrow('A frame in a page needs')
  expect(frame.srcdoc).toBe('')
})

test.each([
  'https://nectar-sandbox.invalid/_sandbox/snapshot',
  'https://elsewhere.example/p/i/x',
  'nonsense',
])('the address %s is not shown', async (url) => {
  const page = makePage()
  const { frame } = await bare(page)
  expect(() => page.showPage(frame, url, () => {})).toThrow('no address')
})

test('only the document in the frame is listened to: not other windows, nor one that does not know the secret', async () => {
  const page = makePage()
  const { frame, url } = await bare(page)
  const shown = vi.fn()
  page.showPage(frame, url, shown)
  await waitFor(() => expect(shown).toHaveBeenCalledTimes(1))
  const [, secret = ''] = /nectarSandboxPage: "([^"]+)"/.exec(frame.srcdoc) ?? []
  const greet = (source: Window | null, data: unknown) => {
    const { port1, port2 } = new MessageChannel()
    window.dispatchEvent(new MessageEvent('message', { source, data, origin: 'null', ports: [port2] }))
    return port1
  }
  greet(window, { nectarSandboxPage: secret })
  greet(frame.contentWindow, { nectarSandboxPage: crypto.randomUUID() })
  greet(frame.contentWindow, 'nectarSandboxPage')
  expect(shown).toHaveBeenCalledTimes(1)
  greet(frame.contentWindow, { nectarSandboxPage: secret })
  expect(shown).toHaveBeenCalledTimes(2)
})

test('what the frame asks for gets to the hosted page, and to nothing else of the sandbox', async () => {
  const page = makePage()
  const fetch = vi.spyOn(page.sandbox, 'fetch')
  const { frame, url } = await bare(page)
  const shown = vi.fn()
  page.showPage(frame, url, shown)
  await waitFor(() => expect(shown).toHaveBeenCalledTimes(1))
  const [, secret = ''] = /nectarSandboxPage: "([^"]+)"/.exec(frame.srcdoc) ?? []
  const { port1, port2 } = new MessageChannel()
  const data = { nectarSandboxPage: secret }
  window.dispatchEvent(new MessageEvent('message', { source: frame.contentWindow, data, ports: [port2] }))
  const read = async () => ({ ...(await page.control.snapshot()), clock: null })
  const before = await read()
  port1.postMessage({ method: 'POST', action: '/_sandbox/reset', fields: [] })
  port1.postMessage({ method: 'get', action: 'https://elsewhere.example/p/i/x', fields: [] })
  port1.postMessage({ method: 'get', action: '/v2.2/company', fields: [] })
  port1.postMessage({ method: 'get', action: '/p/i/nobody', fields: [], more: 1 })
  port1.postMessage('nothing')
  const { srcdoc } = frame
  port1.postMessage({ method: 'get', action: '/p/i/nobody', fields: [] })
  await waitFor(() => expect(frame.srcdoc).not.toBe(srcdoc))
  expect(await read()).toEqual(before)
  expect(fetch.mock.calls.map(([{ url }]) => new URL(url).pathname)).not.toContain('/v2.2/company')
})

test('a page that forbids frames is not shown in one', async () => {
  const page = makePage()
  await page.control.addFault({ kind: 'refuse-frame' })
  const { frame, url } = await bare(page)
  const shown = vi.fn()
  page.showPage(frame, url, shown)
  await waitFor(() => expect(shown).toHaveBeenCalled())
  expect(frame.srcdoc).toContain('refused to be shown in a frame')
})

test('when it has ended, nothing is carried any more', async () => {
  const page = makePage()
  const { frame, url } = await bare(page)
  const shown = vi.fn()
  page.showPage(frame, url, shown)()
  const other = await bare(page)
  page.showPage(other.frame, other.url, shown)
  await waitFor(() => expect(shown).toHaveBeenCalledTimes(1))
  expect(frame.srcdoc).toBe('')
  expect(screen.queryByRole('dialog')).toBeNull()
})
