import type { CreatedInvitation } from '@nectar-connect/contract/wire'
import { describe, expect, test } from 'vitest'
import { CREATED_INVITATION } from '../testing/created-invitation.ts'
import { openInvitation } from './request-invitation.ts'

const HERE = {
  now: 5_000,
  ownOrigin: 'https://app.plumbline.example',
  hostedOrigin: 'https://dash.nectarclimate.com' as string | null,
  warningMs: 120_000,
}
const URL = 'https://dash.nectarclimate.com/p/i/t'

function createdInvitation(url: string, expiresInMs: number | null = 3_600_000): CreatedInvitation {
  return { ...CREATED_INVITATION, url, expiresInMs }
}

test('turns the remaining life into a deadline on the session’s clock', () => {
  expect(openInvitation(createdInvitation(URL), HERE)).toMatchObject({
    origin: 'https://dash.nectarclimate.com',
    deadline: 3_605_000,
  })
  expect(openInvitation(createdInvitation(URL, null), HERE).deadline).toBeNull()
})

test('warns at the half of a life that is just too short', () => {
  expect(openInvitation(createdInvitation(URL, 239_998), HERE).warningMs).toBe(119_999)
})

const REFUSED = [
  'http://dash.nectarclimate.com/p/i/t',
  'https://dash.nectarclimate.com/other/t',
  'https://dash.nectarclimate.com/p/i/',
  'https://dash.nectarclimate.com/p/i/t/more',
  'https://dash.nectarclimate.com/p/i/t%2Fmore',
  'https://dash.nectarclimate.com/p/i/t%5cmore',
  'https://user:secret@dash.nectarclimate.com/p/i/t',
  'https://:secret@dash.nectarclimate.com/p/i/t',
  'https://app.plumbline.example/p/i/t',
  'javascript:alert(1)//p/i/t',
  'data:text/html,/p/i/t',
  // Origins that look like Nectar's.
  'https://dash.nectarclimate.com.evil.example/p/i/t',
  'https://dash.nectarclimate.com@evil.example/p/i/t',
  'https://dash-nectarclimate.com/p/i/t',
  'https://nectarclimate.com/p/i/t',
  'https://dash.nectarc1imate.com/p/i/t',
  'https://dash.nectarclimаte.com/p/i/t',
  'https://dash.nectarclimate.com.:443/p/i/t',
  'https://dash.nectarclimate.com:8443/p/i/t',
]

describe.each([
  ['where the server says where the page lives', 'https://dash.nectarclimate.com'],
  ['where it does not', null],
])('%s', (_, hostedOrigin) => {
  test.each(REFUSED)('refuses to frame %s', (url) => {
    expect(() => openInvitation(createdInvitation(url), { ...HERE, hostedOrigin })).toThrow(
      expect.objectContaining({ code: 'frame_refused' }),
    )
  })
})

test('Nectar’s own page is refused where the server says that the page lives elsewhere', () => {
  const here = { ...HERE, hostedOrigin: 'https://staging.nectarclimate.com' }
  expect(() => openInvitation(createdInvitation(URL), here)).toThrow()
  expect(openInvitation(createdInvitation('https://staging.nectarclimate.com/p/i/t'), here).origin).toContain(
    'staging',
  )
})

test('plain http is for the sandbox on this computer', () => {
  const here = { ...HERE, ownOrigin: 'http://localhost:4300', hostedOrigin: null }
  expect(openInvitation(createdInvitation('http://localhost:4400/p/i/t'), here).origin).toBe(
    'http://localhost:4400',
  )
})
