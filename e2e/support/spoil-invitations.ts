import type { Page } from '@playwright/test'

/**
 * Spoils, inside the page, what the host's server answers to a request for an invitation: it gets `lost` on its way, or the
 * invitation is `over` already. The server itself has created it by then.
 *
 * @param times how many answers, from now on
 */
export async function spoilInvitations(page: Page, how: 'lost' | 'over', times: number) {
  await page.evaluate(
    ([how, times]) => {
      const send = window.fetch
      let left = times
      window.fetch = async (input, init) => {
        const request = new Request(input, init)
        const response = await send(input, init)
        if (request.method !== 'POST' || !request.url.endsWith('/invitations') || left === 0) return response
        left--
        if (how === 'lost') throw new TypeError('The answer was lost.')
        return Response.json({ ...(await response.json()), expiresInMs: 0 })
      }
    },
    [how, times] as const,
  )
}
