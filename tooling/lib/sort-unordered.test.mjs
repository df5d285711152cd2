import ts from 'typescript'
import { expect, test } from 'vitest'
import { sortUnordered } from './sort-unordered.mjs'

function sorted(code) {
  const file = ts.createSourceFile('types.d.ts', code, ts.ScriptTarget.Latest, true)
  const text = ts
    .createPrinter()
    .printNode(ts.EmitHint.Unspecified, sortUnordered(file.statements[0], file), file)
  return text.replaceAll(/\s+/g, ' ')
}

test('words of an enumeration are sorted, however deep they stand', () => {
  expect(sorted(`declare const kind: Box<Enum<{ b: "b"; "a-b": "a-b"; a: "a" }>>`)).toBe(
    'declare const kind: Box<Enum<{ "a-b": "a-b"; a: "a"; b: "b"; }>>;',
  )
})

test('members of a union are sorted, and those of a union within', () => {
  expect(sorted(`type T = null | Box<"b" | "a"> | "c"`)).toBe('type T = "c" | Box<"a" | "b"> | null;')
})

test('what is no enumeration stays in the order that its author chose', () => {
  for (const type of ['{ b: "b"; a: string; }', '{ b: "a"; a: "b"; }', '{ b(): "b"; a: "a"; }']) {
    expect(sorted(`type T = ${type}`)).toBe(`type T = ${type};`)
  }
})
