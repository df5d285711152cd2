import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { morph } from './morph.ts'

afterEach(() => document.body.replaceChildren())

test('whatever stood there, it is what it was to become', () => {
  fc.assert(
    fc.property(content, content, (before, after) => {
      const from = shown(before)
      morph(from, made(after))
      expect(from.isEqualNode(made(after)), from.outerHTML).toBe(true)
    }),
  )
})

test('what has an id and stays in its place among the others stays the same element', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(20), { maxLength: 8 }), fc.func(fc.boolean()), (numbers, isLeft) => {
      const from = shown(numbers.map(row).join(' '))
      const kept = new Map([...from.children].map((element) => [element.getAttribute('id'), element]))
      const left = numbers.filter((number) => isLeft(number))
      morph(from, made(`<h2>Another</h2>${left.map((number) => `<i>news</i>${row(number)}`).join('')}`))
      for (const number of left) expect(from.querySelector(`#row-${number}`)).toBe(kept.get(`row-${number}`))
      expect(from.querySelectorAll('p')).toHaveLength(left.length)
    }),
  )
})

test.each(['id', 'name', 'elements'])(
  'a form with a field named “%s” stays open, with what was entered and its focus',
  (name) => {
    const form = `<form id="question" popover><input name="${name}"><input name="other"></form>`
    const from = shown(`<p>before</p>${form}`)
    const question = from.querySelector('form')
    const input = from.querySelector<HTMLInputElement>('[name="other"]')
    if (question === null || input === null) throw new Error('It was just made.')
    question.showPopover()
    input.value = 'half written'
    input.focus()

    morph(
      from,
      made(`<p>after</p><p class="news">more</p>${form.replace('popover', 'popover data-said="Sent"')}`),
    )
    expect(from.querySelector('form')).toBe(question)
    expect(question.matches(':popover-open')).toBe(true)
    expect(question.dataset.said).toBe('Sent')
    expect(input.value).toBe('half written')
    expect(document.activeElement).toBe(input)
  },
)

test('what keeps itself is left alone', () => {
  const from = shown('<button data-keep aria-pressed="true">Pause</button>')
  morph(from, made('<button data-keep aria-pressed="false">Pause</button>'))
  expect(from.innerHTML).toContain('aria-pressed="true"')
})

const row = (number: number) => `<p id="row-${number}">${number}</p>`

const { content } = fc.letrec<{ content: string; node: string; element: string; text: string }>((tie) => ({
  content: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
  node: fc.oneof({ maxDepth: 3 }, tie('text'), tie('element')),
  text: fc.constantFrom(' ', 'one', 'two'),
  element: fc
    .tuple(
      fc.constantFrom('b', 'i', 'span'),
      fc.constantFrom('', ' id="x"', ' id="y"', ' class="z"', ' data-a="1" class="z"'),
      tie('content'),
    )
    .map(([tag, attributes, inside]) => `<${tag}${attributes}>${inside}</${tag}>`),
}))

function made(markup: string): HTMLElement {
  const home = document.createElement('section')
  home.innerHTML = markup
  home.normalize()
  return home
}

function shown(markup: string): HTMLElement {
  const home = made(markup)
  document.body.append(home)
  return home
}
