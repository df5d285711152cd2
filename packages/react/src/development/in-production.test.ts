import { ConnectError, warnInDevelopment } from '@nectar-connect/client'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ForDevelopers } from './for-developers.tsx'

beforeEach(() => {
  vi.stubGlobal('location', new URL('https://app.plumbline.example/utilities'))
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** What is shown beside an error whose answer named a fault. */
function show(): string {
  const error = new ConnectError('not_configured', {
    setupProblems: ['"apiKey" is missing. Set NECTAR_API_KEY.'],
  })
  warnInDevelopment({
    kind: 'refused',
    call: { basePath: '/api/nectar', path: '/invitations', credentials: 'same-origin', isTokenSent: false },
    response: { status: 503, redirected: false, headers: new Headers() },
    error,
  })
  return renderToStaticMarkup(createElement(ForDevelopers, { error }))
}

test('a fault of the host is shown while it is developed', () => {
  vi.stubEnv('NODE_ENV', 'development')
  expect(show()).toContain('Set NECTAR_API_KEY.')
})

test('nothing is shown in production, whatever the server sends', () => {
  vi.stubEnv('NODE_ENV', 'production')
  expect(show()).toBe('')
})

test('nothing is shown on a page that has neither a bundler nor Node', () => {
  vi.stubGlobal('process', undefined)
  const shown = show()
  vi.unstubAllGlobals()
  expect(shown).toBe('')
})
