import ts from 'typescript'

/**
 * Types that list the words of an enumeration (`{ a: "a"; b: "b" }`), in the order of the alphabet: the compiler writes them
 * in the order in which it happened to meet them, which is another one from build to build.
 *
 * @template {ts.Node} T
 * @param {T} node
 * @returns {T}
 */
export function sortEnumerations(node) {
  const { transformed } = ts.transform(node, [
    (context) => (root) => {
      const visit = (each) => {
        const visited = ts.visitEachChild(each, visit, context)
        if (!ts.isTypeLiteralNode(visited) || !visited.members.every(isWord)) return visited
        const sorted = [...visited.members].sort((a, b) => (a.name.text < b.name.text ? -1 : 1))
        return context.factory.updateTypeLiteralNode(visited, context.factory.createNodeArray(sorted))
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
