import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import '../styles/styles.css'
import { ConnectionList } from '../lists/connection-list.tsx'
import { HistoryTimeline } from '../lists/history-timeline.tsx'
import { Announcement, Statuses } from '../testing/live-page.tsx'
import { createRealStack } from '../testing/real-stack.ts'
import { WithBackend } from '../testing/with-backend.tsx'

afterEach(cleanup)

test.each([
  ['told by webhooks', true, 'streaming', 'webhook'],
  ['found by reading', false, 'polling', 'poll'],
])(
  'with the real server, a change %s is shown, remembered and handed on once',
  async (_, hasWebhooks, live, source) => {
    const createdAt = new Date().toISOString()
    const stack = await createRealStack(
      [{ provider: 'https://coastrange.example', status: 'PENDING', createdAt }],
      {
        hasWebhooks,
      },
    )
    const [id = ''] = stack.connectionIds
    const onChange = vi.fn()
    if (hasWebhooks) await showThatTheyArrive(stack, id)
    render(
      <WithBackend backend={stack}>
        <ConnectionList />
        <HistoryTimeline connectionId={id} />
        <Statuses />
        <Announcement onChange={onChange} />
      </WithBackend>,
    )
    await screen.findByText(`${live} PENDING`)
    const flip = async (status: string) => {
      await stack.sandbox.control.setConnectionStatus({ connectionId: id, status })
      await screen.findByText(`${live} ${status}`, {}, { timeout: 10_000 })
    }
    await flip('UNDER_INVESTIGATION')
    await flip('PASSWORD_INCORRECT')
    await screen.findByRole('button', { name: /^Sign in again/ })
    await screen.findByText(/^Was “Being looked into”/)
    await waitFor(() => expect(onChange).toHaveBeenCalledTimes(2))
    expect(onChange.mock.calls).toMatchObject([
      [{ from: 'PENDING', to: 'UNDER_INVESTIGATION', source }],
      [{ from: 'UNDER_INVESTIGATION', to: 'PASSWORD_INCORRECT', source }],
    ])
  },
)

/** Until a first webhook has arrived, changes are found by reading. */
async function showThatTheyArrive(
  { sandbox: { control } }: Awaited<ReturnType<typeof createRealStack>>,
  id: string,
) {
  await control.setConnectionStatus({ connectionId: id, status: 'CONNECTED' })
  await control.setConnectionStatus({ connectionId: id, status: 'PENDING' })
  await waitFor(async () =>
    expect((await control.deliveries()).map(({ state }) => state)).toEqual(
      (await control.deliveries()).map(() => 'delivered'),
    ),
  )
}
