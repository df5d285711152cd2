import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { type ComponentType, createElement } from 'react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import phasesMeta, * as phases from '../flow/phases.stories.tsx'
import { en } from '../i18n/en.ts'
import type { Messages } from '../i18n/messages.ts'
import { ConnectionCard, NectarConnect, NectarConnectProvider, ShareButton } from '../index.ts'
import { ConnectionList } from '../lists/connection-list.tsx'
import historyMeta, * as histories from '../lists/history-timeline.stories.tsx'
import invitationsMeta, * as invitations from '../lists/invitation-list.stories.tsx'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { SHARING } from '../testing/fake-sharing.ts'
import { MIXED } from '../testing/fixtures.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { pseudo } from './pseudo.ts'

afterEach(cleanup)

const [BROKEN] = MIXED

const SCREENS = [
  ...storiesOf('phase', phasesMeta.component, phases),
  ...storiesOf('history', historyMeta.component, histories),
  ...storiesOf('links', invitationsMeta.component, invitations),
]

describe.each([de, ar, pseudo])('in $locale', (messages) => {
  test.each(SCREENS)('%s has no English in it, and the direction of its language', async (name, screen) => {
    const { baseElement: container } = show(messages, screen)
    await settled(container, name)
    expectNoEnglish(container)
    for (const root of container.querySelectorAll('[data-nectar-root]')) {
      expect([root.getAttribute('lang'), getComputedStyle(root).direction]).toEqual([
        messages.locale,
        messages.direction,
      ])
    }
  })

  test('neither have a list, a card, and the form for a colleague', async () => {
    const backend = createFakeBackend({ connections: MIXED, sharing: SHARING })
    const { baseElement: container } = show(
      messages,
      <WithBackend backend={backend}>
        <NectarConnect />
        <ConnectionList />
        <ConnectionCard connectionId={BROKEN?.id ?? ''} />
        <ShareButton />
      </WithBackend>,
    )
    const asks = await screen.findAllByRole('button', { name: messages.share.ask })
    await screen.findAllByText('Coast Range Gas')
    expectNoEnglish(container)
    for (const ask of asks) await userEvent.click(ask)
    await screen.findByRole('textbox', { name: new RegExp(escaped(messages.share.to)) })
    expectNoEnglish(container)
  })
})

describe.each([de, ar, pseudo])('on a narrow screen, in $locale', (messages) => {
  beforeEach(() => page.viewport(360, 740))
  afterEach(() => page.viewport(1280, 900))

  test.each(SCREENS)('nothing of %s sticks out or is cut off', async (name, screen) => {
    const { baseElement: container } = show(messages, screen)
    await settled(container, name)
    expect(tooWideIn(container)).toEqual([])
  })
})

test('where it is wider than the screen, Nectar’s page shows its left edge, in Arabic too', async () => {
  await page.viewport(360, 740)
  const live = SCREENS.find(([name]) => name === 'phase Live')?.[1]
  show(ar, live ?? <NectarConnect />)
  const shown = await screen.findByTitle<HTMLIFrameElement>(ar.frame.name)
  const around = shown.parentElement?.getBoundingClientRect()
  expect(shown.getBoundingClientRect().left).toBe(around?.left)
  await page.viewport(1280, 900)
})

test('a page from right to left does not turn German round, nor the other way', () => {
  document.documentElement.dir = 'rtl'
  try {
    const { container } = show(de, <NectarConnect />)
    expect(container.querySelector('[data-nectar-root]')).toHaveProperty('dir', 'ltr')
  } finally {
    document.documentElement.dir = ''
  }
})

test('a provider inside another keeps its words, its looks and its host, unless it has its own', async () => {
  render(
    <NectarConnectProvider messages={de} app={{ name: 'Plumbline' }} appearance={{ preset: 'sharp' }}>
      <NectarConnectProvider basePath="/elsewhere">
        <NectarConnect presentation="inline" />
      </NectarConnectProvider>
      <NectarConnectProvider messages={ar}>
        <NectarConnect />
      </NectarConnectProvider>
    </NectarConnectProvider>,
  )
  const title = await screen.findByRole('heading', { name: de.intro.title })
  expect(title.closest('[data-nectar-root]')).toHaveAttribute('data-nectar-preset', 'sharp')
  expect(screen.getByText('Was Plumbline nie sieht')).toBeTruthy()
  expect(screen.getByRole('button', { name: ar.button.connect })).toBeTruthy()
})

function show(messages: Messages, children: React.ReactElement) {
  return render(<NectarConnectProvider messages={messages}>{children}</NectarConnectProvider>)
}

function storiesOf<Props extends object>(
  name: string,
  component: ComponentType<Props> | undefined,
  { default: _, ...stories }: Record<string, { args?: Partial<Props> } | object>,
): [string, React.ReactElement][] {
  if (!component) throw new Error(`${name} has no component`)
  return Object.entries(stories).map(([story, { args }]: [string, { args?: Props }]) => [
    `${name} ${story}`,
    createElement(component, args as Props),
  ])
}

/** There are words, and nothing is loading any more but in stories of that. */
async function settled(container: HTMLElement, name: string) {
  const isLoading = /Loading|Requesting/.test(name)
  await waitFor(() => {
    expect(wordsIn(container)).not.toEqual([])
    if (!isLoading) expect(container.querySelector('.nectar-skeleton')).toBeNull()
  })
}

/** Every text and every name of a control is held against what English says there. */
function expectNoEnglish(container: HTMLElement) {
  expect(wordsIn(container)).not.toEqual([])
  expect(wordsIn(container).filter((words) => ENGLISH.test(words))).toEqual([])
}

/** Elements whose words need more room than they have. */
function tooWideIn(container: HTMLElement): string[] {
  const elements = [...container.querySelectorAll<HTMLElement>('[data-nectar-root] *')]
  return elements.filter(isTooWide).map((element) => element.outerHTML.slice(0, 200))
}

function isTooWide(element: HTMLElement): boolean {
  const { display, overflowX } = getComputedStyle(element)
  if (display === 'inline' || overflowX === 'auto' || overflowX === 'scroll') return false
  if (element.closest('.nectar-sr, .nectar-skeleton')) return false
  return element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1
}

function wordsIn(container: HTMLElement): string[] {
  const words: string[] = []
  for (const element of container.querySelectorAll('*')) {
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) words.push(node.data)
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      words.push(element.getAttribute(name) ?? '')
    }
  }
  return words.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text))
}

/** What English says between its placeholders. */
const ENGLISH = new RegExp(
  `(?<![\\p{L}\\p{M}])(${[...englishParts(en)].map(escaped).join('|')})(?![\\p{L}\\p{M}])`,
  'u',
)

function englishParts(part: object): Set<string> {
  const parts = new Set<string>()
  for (const value of Object.values(part)) {
    if (typeof value === 'object') for (const inner of englishParts(value)) parts.add(inner)
    else if (/ |^[A-Z]/.test(value)) for (const text of value.split(/\{\w+\}/)) addWords(parts, text)
  }
  return parts
}

/** A single short word may be one in another language, too. */
function addWords(parts: Set<string>, text: string) {
  const words = text.trim()
  if (/\p{L}{5}| \p{L}/u.test(words)) parts.add(words)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
