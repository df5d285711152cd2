import {
  nectarCompany,
  nectarConnectionPage,
  nectarInvitation,
  nectarInvitationDetail,
  readNectarWebhook,
} from '@nectar-connect/contract/nectar'
import { expect, test } from 'vitest'
import { samples } from './index.ts'

test.each([
  ['company', nectarCompany.safeParse(samples.company).success],
  ['page of connections', nectarConnectionPage.safeParse(samples.connectionsPage).success],
  ['invitation', nectarInvitation.safeParse(samples.invitation).success],
  ['invitation detail', nectarInvitationDetail.safeParse(samples.invitation).success],
  ['created', readNectarWebhook(samples.connectionCreated)?.kind === 'connection'],
  ['updated', readNectarWebhook(samples.connectionUpdated)?.kind === 'connection'],
  ['validated', readNectarWebhook(samples.connectionValidatedNoCompany)?.kind === 'connection'],
])('the sample is readable: %s', (_, readable) => {
  expect(readable).toBe(true)
})
