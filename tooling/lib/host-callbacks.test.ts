import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { readPublicExports } from '../docs/public-exports.ts'
import { ROOT } from './root.mjs'

const SOURCE = path.join(ROOT, 'packages/react/src')

test('what a host hands in is called in one place, which reports what it throws', {
  timeout: 120_000,
}, () => {
  const { program, checker, packages } = readPublicExports()
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(SOURCE))
  const callbacks = new Set<ts.Node | undefined>(
    packages
      .filter(({ name }) => name === 'react')
      .flatMap(({ entries }) => entries.flatMap((entry) => entry.exports))
      .flatMap(({ symbol }) => callbacksOf(symbol, checker)),
  )
  expect(callbacks.size).toBeGreaterThan(8)

  const isCallback = (node: ts.Node) => signaturesOf(checker.getTypeAtLocation(node)).some(isHanded)
  const isHanded = ({ declaration }: ts.Signature) => callbacks.has(declaration)
  const signaturesOf = (type: ts.Type) => checker.getNonNullableType(type).getCallSignatures()
  /** Called here, or given to what calls it: a function or an element that is not ours. */
  function isCall(node: ts.Node) {
    if (ts.isCallExpression(node)) {
      const signature = checker.getResolvedSignature(node)
      const source = signature?.declaration?.getSourceFile()
      const isOurs = source !== undefined && files.includes(source)
      return callbacks.has(signature?.declaration) || (!isOurs && node.arguments.some(isCallback))
    }
    if (!ts.isJsxAttribute(node) || !node.initializer || !ts.isJsxExpression(node.initializer)) return false
    const { expression } = node.initializer
    const isElement = /^[a-z]/.test(node.parent.parent.tagName.getText())
    return isElement && expression !== undefined && isCallback(expression)
  }
  const calls = files
    .filter(({ fileName }) => fileName !== path.join(SOURCE, 'context/call-host.ts'))
    .flatMap((file) => nodesOf(file).filter(isCall))
  expect(calls.map((node) => `${node.getSourceFile().fileName}: ${node.getText()}`)).toEqual([])
})

/** The types of functions, such as `onClose`, that a public interface or the parameters of a public function ask for. */
function callbacksOf(symbol: ts.Symbol, checker: ts.TypeChecker) {
  const members = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
  const parameters = (symbol.declarations ?? []).flatMap((declaration) =>
    ts.isFunctionLike(declaration) ? declaration.parameters : [],
  )
  return [...members.flatMap(({ declarations }) => declarations ?? []), ...parameters]
    .filter((declaration) => ts.isParameter(declaration) || ts.isPropertySignature(declaration))
    .filter(({ name }) => /^(on|render)[A-Z]/.test(name.getText()))
    .flatMap(({ type }) => (type ? nodesOf(type).filter(ts.isFunctionTypeNode) : []))
}

function nodesOf(node: ts.Node): ts.Node[] {
  const within: ts.Node[] = []
  node.forEachChild((child) => void within.push(...nodesOf(child)))
  return [node, ...within]
}
