import type { InvitationTicket } from '@nectar-connect/contract'
import { expect, test } from 'vitest'
import { TICKET } from '../testing/ticket.ts'
import { openInvitation } from './open-invitation.ts'

const HOST = 'https://app.plumbline.example'

function ticket(url: string, expiresInMs: number | null = 60_000): InvitationTicket {
  return { ...TICKET, url, expiresInMs }
}

test('turns the remaining life into a deadline on the session’s clock', () => {
  const url = 'https://dash.nectarclimate.com/p/i/t'
  expect(openInvitation(ticket(url), 5_000, HOST)).toMatchObject({
    url,
    origin: 'https://dash.nectarclimate.com',
    deadline: 65_000,
  })
  expect(openInvitation(ticket(url, null), 5_000, HOST).deadline).toBeNull()
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
  expect(() => openInvitation(ticket(url), 0, HOST)).toThrow(
    expect.objectContaining({ code: 'frame_refused' }),
  )
})

test('plain http is for the sandbox on this computer', () => {
  expect(openInvitation(ticket('http://localhost:4400/p/i/t'), 0, 'http://localhost:4300').origin).toBe(
    'http://localhost:4400',
  )
})
