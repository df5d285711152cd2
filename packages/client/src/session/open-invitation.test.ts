import type { InvitationTicket } from '@nectar-connect/contract'
import { describe, expect, test } from 'vitest'
import { TICKET } from '../testing/ticket.ts'
import { openInvitation } from './open-invitation.ts'

const HERE = { now: 5_000, ownOrigin: 'https://app.plumbline.example', warningMs: 120_000 }
const URL = 'https://dash.nectarclimate.com/p/i/t'

function ticket(url: string, expiresInMs: number | null = 3_600_000): InvitationTicket {
  return { ...TICKET, url, expiresInMs }
}

test('turns the remaining life into a deadline on the session’s clock', () => {
  expect(openInvitation(ticket(URL), HERE)).toMatchObject({
    url: URL,
    origin: 'https://dash.nectarclimate.com',
    deadline: 3_605_000,
  })
  expect(openInvitation(ticket(URL, null), HERE).deadline).toBeNull()
})

describe('the warning', () => {
  test.each([
    ['is as long where there is no end: one may be told later', null, 120_000],
    ['comes as long before the end as the host wants', 3_600_000, 120_000],
    ['comes at the half of a short life', 60_000, 30_000],
    ['has half of a life that is just too short', 239_998, 119_999],
  ])('%s', (_, expiresInMs, warningMs) => {
    expect(openInvitation(ticket(URL, expiresInMs), HERE).warningMs).toBe(warningMs)
  })
})

test.each([
  'http://dash.nectarclimate.com/p/i/t',
  'https://dash.nectarclimate.com/other/t',
  'https://dash.nectarclimate.com/p/i/',
  'https://user:secret@dash.nectarclimate.com/p/i/t',
  'https://app.plumbline.example/p/i/t',
  'javascript:alert(1)//p/i/t',
  'data:text/html,/p/i/t',
])('refuses to frame %s', (url) => {
  expect(() => openInvitation(ticket(url), HERE)).toThrow(expect.objectContaining({ code: 'frame_refused' }))
})

test('plain http is for the sandbox on this computer', () => {
  const here = { ...HERE, ownOrigin: 'http://localhost:4300' }
  expect(openInvitation(ticket('http://localhost:4400/p/i/t'), here).origin).toBe('http://localhost:4400')
})
