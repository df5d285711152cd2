/** A flag is true where it was typed. */
type Parsed<Known> = { [Name in keyof Known]?: Known[Name] extends 'flag' ? true : number }

/**
 * Reads `--flag` and `--name VALUE` (or `--name=VALUE`) arguments.
 *
 * @throws With a sentence for the person who typed them.
 */
export function parseArguments<const Known extends Record<string, 'flag' | 'port'>>(
  argv: string[],
  known: Known,
): Parsed<Known> {
  const result: Record<string, true | number> = {}
  const rest = [...argv]
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [, name = '', , inline] = /^--([a-z-]+)(=(.*))?$/.exec(argument) ?? []
    if (!Object.hasOwn(known, name)) {
      const names = Object.keys(known).map((option) => `--${option}`)
      throw new Error(`There is no option ${argument}. Options: ${names.join(', ')}.`)
    }
    result[name] = known[name] === 'port' ? port(name, inline ?? rest.shift()) : flag(name, inline)
  }
  return result as Parsed<Known>
}

function flag(name: string, inline?: string): true {
  if (inline !== undefined) throw new Error(`--${name} takes no value.`)
  return true
}

function port(name: string, text = '') {
  const number = Number(text)
  if (/^\d{1,5}$/.test(text) && number > 0 && number < 65_536) return number
  throw new Error(`--${name} needs a port from 1 to 65535, for example --${name} 4310.`)
}
