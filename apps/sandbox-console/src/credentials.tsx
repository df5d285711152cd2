import { DialogButton, type DialogProps } from './control.tsx'
import { Badge, CopyButton, lookOf, Panel } from './parts.tsx'
import { useConsole } from './use-console.tsx'

const ADD_KEY: DialogProps = {
  title: 'Accept another API key',
  asks: <p>The others stay good, as while a key is rotated.</p>,
  fields: [{ label: 'New key', name: 'key', required: true }],
  answers: ['Accept key'],
  onAnswer: ({ key = '' }) => [['addApiKey', { key }], 'The key is accepted too'],
}

const REMOVE_KEY: DialogProps = {
  title: 'Refuse an API key from now on',
  asks: <p>Whoever still uses it is answered with 401.</p>,
  fields: [{ label: 'Old key', name: 'key', required: true }],
  answers: ['Refuse key'],
  onAnswer: ({ key = '' }) => [['removeApiKey', { key }], 'The key answers 401 from now on'],
}

/** What a host and its customers sign in with. */
export function Credentials() {
  const { apiKeys, origin, reference } = useConsole().snapshot
  const { username, password, providerUrl } = reference.login
  const known = apiKeys.flatMap(({ key }) => key ?? [])
  const others = apiKeys.length - known.length
  return (
    <section>
      <h2 className="over">Credentials</h2>
      {known.map((key) => (
        <Credential key={key} text={key} what="API key" />
      ))}
      {others > 0 && (
        <p className="entry">{`${others} ${others === 1 ? 'API key' : 'API keys'} of your own`}</p>
      )}
      {apiKeys.length === 0 && <p className="entry">No API key is accepted</p>}
      <p className="pad answers">
        <DialogButton className="btn small" text="Add key" dialog={ADD_KEY} />
        <DialogButton className="btn small" text="Remove key" dialog={REMOVE_KEY} />
      </p>
      <Credential text={`${origin}/v2.2`} what="API address" />
      <Credential text={providerUrl} what="Provider address" />
      <Credential text={username} what="Username" />
      <Credential text={password} what="Password" />
    </section>
  )
}

function Credential({ text, what }: { text: string; what: string }) {
  return (
    <p className="entry">
      <span className="mono cut">{text}</span>
      <CopyButton text={text} what={what} />
      <small>{what}</small>
    </p>
  )
}

/** What to type on the hosted page to reach each outcome. */
export function SignInsPanel() {
  const { signIns, login } = useConsole().snapshot.reference
  return (
    <Panel
      id="sign-ins"
      title="Sign-ins for the hosted page"
      note={`each with the password ${login.password}; anything else ends in PASSWORD_INCORRECT`}
      actions={<CopyButton text={login.password} what="Password" />}
      rows={signIns}
      keyOf={({ username }) => username}
      columns={[
        ['Username', 'mono cut', ({ username }) => username],
        ['What happens', 'wide dim', ({ says }) => says],
        [
          'Ends',
          'status-column',
          ({ ends }) => <Badge {...lookOf(ends ?? 'PENDING')} text={ends ?? 'PENDING'} />,
        ],
        ['Copy', 'copy-column end', ({ username }) => <CopyButton text={username} what={username} />],
      ]}
    />
  )
}
