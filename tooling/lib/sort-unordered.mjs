import ts from 'typescript'

const printer = ts.createPrinter()

/**
 * Types in the order of the alphabet where order means nothing: the members of unions, and the words of an enumeration
 * (`{ a: "a"; b: "b" }`). The compiler writes those that it inferred in the order in which it happened to meet them, which
 * is another one from build to build.
 *
 * @template {ts.Node} T
 * @param {T} node
 * @param {ts.SourceFile} file Where it stands.
 * @returns {T}
 */
export function sortUnordered(node, file) {
  const textOf = (each) => printer.printNode(ts.EmitHint.Unspecified, each, file)
  const sort = (nodes, factory) =>
    factory.createNodeArray([...nodes].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1)))
  const { transformed } = ts.transform(node, [
    (context) => (root) => {
      const { factory } = context
      const visit = (each) => {
        const visited = ts.visitEachChild(each, visit, context)
        if (ts.isUnionTypeNode(visited)) {
          return factory.updateUnionTypeNode(visited, sort(visited.types, factory))
        }
        if (ts.isTypeLiteralNode(visited) && visited.members.every(isWord)) {
          return factory.updateTypeLiteralNode(visited, sort(visited.members, factory))
        }
        return visited
      }
      return ts.visitNode(root, visit)
    },
  ])
  return transformed[0]
}

function isWord(member) {
  return (
    ts.isPropertySignature(member) &&
    (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) &&
    member.type !== undefined &&
    ts.isLiteralTypeNode(member.type) &&
    ts.isStringLiteral(member.type.literal) &&
    member.type.literal.text === member.name.text
  )
}
