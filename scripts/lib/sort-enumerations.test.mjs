import ts from 'typescript'
import { expect, test } from 'vitest'
import { sortEnumerations } from './sort-enumerations.mjs'

function sorted(code) {
  const file = ts.createSourceFile('types.d.ts', code, ts.ScriptTarget.Latest, true)
  const text = ts
    .createPrinter()
    .printNode(ts.EmitHint.Unspecified, sortEnumerations(file.statements[0]), file)
  return text.replaceAll(/\s+/g, ' ')
}

test('words of an enumeration are sorted, however deep they stand', () => {
  expect(sorted(`declare const kind: Box<Enum<{ b: "b"; "a-b": "a-b"; a: "a" }>>`)).toBe(
    'declare const kind: Box<Enum<{ a: "a"; "a-b": "a-b"; b: "b"; }>>;',
  )
})

test('what is no enumeration stays in the order that its author chose', () => {
  for (const type of ['{ b: "b"; a: string; }', '{ b: "a"; a: "b"; }', '{ b(): "b"; a: "a"; }']) {
    expect(sorted(`type T = ${type}`)).toBe(`type T = ${type};`)
  }
})
