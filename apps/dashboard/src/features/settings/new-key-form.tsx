import type { CreatedSigningKey, NewSigningKey, SigningAlgorithm } from '@heed/contracts'
import { useId, useRef, useState } from 'preact/hooks'
import { ApiProblem } from '../../api.ts'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { problemWords } from '../../ui/problem-words.ts'
import { CreatedSecret } from './created-secret.tsx'
import { useNewKey } from './use-identity.ts'

const words = text.settings.identity.newKey
const algorithms: { value: SigningAlgorithm; label: string }[] = [
  { value: 'HS256', label: words.hs256 },
  { value: 'ES256', label: words.es256 },
  { value: 'RS256', label: words.rs256 },
]

type Draft = { name: string; algorithm: SigningAlgorithm; publicKey: string }
const emptyDraft: Draft = { name: '', algorithm: 'HS256', publicKey: '' }
type Fault = { field: 'name' | 'publicKey'; message: string }

/**
 * Makes a key: with a secret of Heed's, shown once, or by the public half of the host's own.
 * @param onStored called when the secret has been taken away, to give the focus another place
 */
export function NewKeyForm({ onStored }: { onStored: () => void }) {
  const [draft, setDraft] = useState(emptyDraft)
  const [fault, setFault] = useState<Fault | null>(null)
  const [created, setCreated] = useState<CreatedSigningKey | null>(null)
  const newKey = useNewKey()
  const form = useRef<HTMLFormElement>(null)
  const faultId = useId()

  const change = (changed: Partial<Draft>) => {
    setDraft({ ...draft, ...changed })
    setFault(null)
  }
  const refuse = (found: Fault) => {
    setFault(found)
    form.current?.querySelector<HTMLElement>(`[name="${found.field}"]`)?.focus()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (newKey.isPending) return
    const found = faultOf(draft)
    if (found) return refuse(found)
    newKey.mutate(toNewKey(draft), {
      onSuccess: (key) => {
        setCreated(key)
        setDraft(emptyDraft)
      },
      onError: (error) => {
        if (isUnfit(error)) refuse({ field: 'publicKey', message: problemWords(error) })
      },
    })
  }
  const forget = () => {
    setCreated(null)
    newKey.reset() // its reply holds the secret, too
    onStored()
  }
  const describedBy = (field: Fault['field']) =>
    fault?.field === field ? { 'aria-invalid': true, 'aria-describedby': faultId } : {}

  return (
    <>
      <p class="visually-hidden" role="status">
        {created && words.created(created.name)}
      </p>
      {created?.secret && <CreatedSecret secret={created.secret} words={words.shown} onDone={forget} />}
      <form ref={form} class="settings-form key-form" onSubmit={submit} noValidate>
        <h3>{words.title}</h3>
        <label class="field">
          <span>{words.name}</span>
          <input
            class="input"
            name="name"
            maxLength={60}
            autoComplete="off"
            placeholder={words.namePlaceholder}
            value={draft.name}
            onInput={(event) => change({ name: event.currentTarget.value })}
            {...describedBy('name')}
          />
        </label>
        <label class="field">
          <span>{words.algorithm}</span>
          <select
            class="select"
            name="algorithm"
            value={draft.algorithm}
            onChange={(event) => change({ algorithm: event.currentTarget.value as SigningAlgorithm })}
          >
            {algorithms.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {draft.algorithm !== 'HS256' && (
          <label class="field settings-wide">
            <span>{words.publicKey}</span>
            <textarea
              class="input code"
              name="publicKey"
              rows={6}
              spellcheck={false}
              autoComplete="off"
              maxLength={10_000}
              value={draft.publicKey}
              onInput={(event) => change({ publicKey: event.currentTarget.value })}
              {...describedBy('publicKey')}
            />
          </label>
        )}
        {fault && (
          <p class="field-error settings-wide" id={faultId} role="alert">
            {fault.message}
          </p>
        )}
        {newKey.isError && !isUnfit(newKey.error) && (
          <div class="settings-wide">
            <ProblemNotice error={newKey.error} />
          </div>
        )}
        <div>
          <button type="submit" class="button" aria-disabled={newKey.isPending}>
            {newKey.isPending ? words.creating : words.create}
          </button>
        </div>
      </form>
    </>
  )
}

function faultOf({ name, algorithm, publicKey }: Draft): Fault | null {
  if (name.trim() === '') return { field: 'name', message: words.nameMissing }
  if (algorithm === 'HS256') return null
  if (publicKey.includes('PRIVATE KEY')) return { field: 'publicKey', message: words.privateKey }
  if (!publicKey.includes('PUBLIC KEY')) return { field: 'publicKey', message: words.publicKeyMissing }
  return null
}

const toNewKey = ({ name, algorithm, publicKey }: Draft): NewSigningKey =>
  algorithm === 'HS256'
    ? { name: name.trim(), algorithm }
    : { name: name.trim(), algorithm, publicKey: publicKey.trim() }

const isUnfit = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'signing_key_unfit'
