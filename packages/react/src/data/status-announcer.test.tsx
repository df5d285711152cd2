import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { en } from '../i18n/en.ts'
import { connection } from '../testing/fixtures.ts'
import type { ListRow } from './list-model.ts'
import { createStatusRegion } from './status-announcer.tsx'
import { statusState } from './status-state.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

function row(id: string, status = 'CONNECTED'): ListRow {
  return { connection: connection({ id, providerName: `Utility ${id}`, status }), state: statusState(status) }
}

function start() {
  const region = createStatusRegion()
  const place = () => {
    const home = document.body.appendChild(document.createElement('div'))
    return {
      home,
      show: (...rows: ListRow[]) => region.report(home, rows, en),
      leave() {
        home.remove()
        region.leave(home)
      },
    }
  }
  return { place }
}

const regions = () => [...document.querySelectorAll('[role="status"]')]

/** All that is read out, once for each time that the text changes. */
function hear(): string[] {
  const heard: string[] = []
  const observer = new MutationObserver(() => heard.push(...regions().map(({ textContent }) => textContent)))
  observer.observe(document.body, { childList: true, subtree: true })
  return heard
}

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms)
}

test('what is shown first is no news; what changes is told by name', async () => {
  const list = start().place()
  list.show(row('1', 'PENDING'))
  await pass(5_000)
  expect(regions().map(({ textContent }) => textContent)).toEqual([''])
  list.show(row('1'))
  await pass(5_000)
  expect(regions().map(({ textContent }) => textContent)).toEqual(['Utility 1: Connected'])
  list.show(row('1'))
  expect(regions().map(({ textContent }) => textContent)).toEqual(['Utility 1: Connected'])
})

test('many at once are told as one, what needs somebody first', async () => {
  const list = start().place()
  const ids = ['1', '2', '3', '4']
  list.show(...ids.map((id) => row(id, 'PENDING')))
  list.show(...ids.map((id) => row(id, id === '3' ? 'PASSWORD_INCORRECT' : 'CONNECTED')))
  await pass(5_000)
  expect(regions()[0]?.textContent).toBe('4 accounts changed: 1 needs you, 3 are connected')
})

test('however many places show a connection, one region tells it once, and stays where somebody shows it', async () => {
  const { place } = start()
  const [list, card, late] = [place(), place(), place()]
  for (const { show } of [list, card, late]) show(row('1', 'PENDING'))
  const heard = hear()
  list.show(row('1'))
  await pass(500)
  card.show(row('1'))
  await pass(5_000)
  late.show(row('1'))
  await pass(5_000)
  expect(heard).toEqual(['Utility 1: Connected'])
  expect(regions().map(({ parentElement }) => parentElement)).toEqual([list.home])
  list.leave()
  expect(regions().map(({ parentElement }) => parentElement)).toEqual([card.home])
  card.leave()
  late.leave()
  expect(regions()).toEqual([])
  const next = place()
  next.show(row('1'))
  expect(regions().map(({ parentElement }) => parentElement)).toEqual([next.home])
})

test('what is back where it was before it could be told is not told', async () => {
  const list = start().place()
  list.show(row('1'))
  const heard = hear()
  list.show(row('1', 'WEBSITE_DOWN'))
  await pass(900)
  list.show(row('1'))
  await pass(5_000)
  expect(heard).toEqual([])
})

test('changes that keep coming are told now and then, not never', async () => {
  const list = start().place()
  list.show(row('1'))
  const heard = hear()
  for (let turn = 1; turn <= 40; turn++) {
    list.show(row('1', `WORD_${turn}`))
    await pass(100)
  }
  expect(heard.filter((text) => text !== '').length).toBeGreaterThan(0)
  expect(heard.filter((text) => text !== '').length).toBeLessThan(5)
})

test('the same words are told again when they are true again', async () => {
  const list = start().place()
  list.show(row('1'))
  const heard = hear()
  for (const status of ['WEBSITE_DOWN', 'CONNECTED', 'WEBSITE_DOWN']) {
    list.show(row('1', status))
    await pass(2_000)
  }
  const [down, up] = ['Utility 1: Utility site down', 'Utility 1: Connected']
  expect(heard).toEqual([down, '', up, '', down])
})

test('what nobody shows any more is forgotten: shown again, it is no news', async () => {
  const { place } = start()
  const list = place()
  list.show(row('1'), row('2'))
  list.show(row('1'))
  list.show(row('1'), row('2', 'WEBSITE_DOWN'))
  place().show(row('1'))
  list.leave()
  place().show(row('2', 'WEBSITE_DOWN'))
  await pass(5_000)
  expect(regions().map(({ textContent }) => textContent)).toEqual([''])
})

test('what was told in a place that is gone is not read out anew in the next one', async () => {
  const { place } = start()
  const [first, second] = [place(), place()]
  for (const list of [first, second]) list.show(row('1', 'PENDING'))
  for (const list of [first, second]) list.show(row('1'))
  await pass(1_000)
  expect(regions().map(({ textContent }) => textContent)).toEqual(['Utility 1: Connected'])
  first.leave()
  expect(second.home.textContent).toBe('')
  expect(second.home.contains(regions()[0] ?? null)).toBe(true)
})

test('when the last place is gone, nothing is left to tell', () => {
  const list = start().place()
  list.show(row('1'))
  list.show(row('1', 'WEBSITE_DOWN'))
  list.leave()
  expect(vi.getTimerCount()).toBe(0)
})

test('what was told of somebody else’s connections does not stay', async () => {
  const list = start().place()
  list.show(row('1'))
  list.show(row('1', 'WEBSITE_DOWN'))
  await pass(5_000)
  expect(regions()[0]?.textContent).toBe('Utility 1: Utility site down')
  list.show(row('2'))
  expect(regions()[0]?.textContent).toBe('')
})
