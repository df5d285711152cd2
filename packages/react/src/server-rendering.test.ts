import { createElement, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import { loadFlow } from './button/load-flow.tsx'
import { ConnectionList, ConnectionStatusBadge, NectarConnect, NectarConnectProvider } from './index.ts'

// A server has long done so when the first page is asked for.
beforeAll(async () => void (await loadFlow()))

function render(node: ReactNode): string {
  const settings = { app: { name: 'Plumbline' } }
  return renderToString(createElement(NectarConnectProvider, { ...settings, ...wrap(node) }))
}

function wrap(children: ReactNode) {
  return { children }
}

test('the button renders on a server, ready to be pressed', () => {
  expect(render(createElement(NectarConnect))).toMatch(/<button[^>]*>.*Connect a utility account/)
})

test('inline, the first words are in the page before any script runs', () => {
  const html = render(createElement(NectarConnect, { presentation: 'inline' }))
  expect(html).toMatch(/works with .*<b>Nectar<\/b>/)
  expect(html).not.toContain('<iframe')
})

test('the list renders its loading rows', () => {
  expect(render(createElement(ConnectionList))).toContain('Loading utility accounts')
})

test('a badge renders whole', () => {
  const html = render(createElement(ConnectionStatusBadge, { status: 'MFA_TOKEN_EXPIRED' }))
  expect(html).toContain('Codes not arriving')
})

test('without a provider, and without a style attribute that a strict policy would refuse', () => {
  const html = renderToString(
    createElement(NectarConnect, { appearance: { variables: { accent: '#7a1f4b' } } }),
  )
  expect(html).toContain('data-nectar-root')
  expect(html).not.toContain('style=')
})
