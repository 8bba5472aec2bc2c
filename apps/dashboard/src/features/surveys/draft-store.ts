import type { Survey, SurveyChange, SurveyDefinition } from '@heed/contracts'
import { ApiProblem, isSignedOut, mayRetry } from '../../api.ts'
import type { KeptWork } from '../../kept-work.ts'
import { begin, type History, present, redo, settle, step, undo } from '../segments/history.ts'
import { definitionOf, isSame } from './definition.ts'
import { isKeptChanges, type KeptChanges } from './kept-changes.ts'

/**
 * How the definition on the screen stands to the server's: `changed` is kept in this browser alone, `waiting` is tried
 * again by itself, `refused` is not, `signedOut` is once the member is back, `conflict` must be decided, because somebody
 * else was first.
 */
export type Saving = 'saved' | 'changed' | 'saving' | 'waiting' | 'signedOut' | 'refused' | 'conflict'

export type DraftState = {
  /** As the server holds it. */
  survey: Survey
  history: History<SurveyDefinition>
  saving: Saving
  error: unknown
}

export type DraftServer = {
  read: (id: string) => Promise<Survey>
  save: (id: string, change: SurveyChange) => Promise<Survey>
}

const restMs = 800
const firstRetryMs = 2_000
const longestRetryMs = 30_000

/**
 * A survey while it is edited. A draft saves itself once the edits rest; changes of a launched one wait for `flush`. What
 * the server does not have yet is kept in the browser, so that neither a reload nor a lost connection loses it.
 */
export function openDraft(given: Survey, server: DraftServer, kept: KeptWork) {
  const listeners = new Set<() => void>()
  let state = opened(given, kept)
  /** What the server was sent last, or sent itself. */
  let synced = definitionOf(given)
  /** `updatedAt` of what the edits stand on. */
  let basedOn = state.saving === 'conflict' ? '' : given.updatedAt
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<Survey> | undefined
  let retryMs = firstRetryMs
  let isClosed = false

  const set = (changes: Partial<DraftState>) => {
    state = { ...state, ...changes }
    for (const listener of listeners) listener()
  }
  const definition = () => present(state.history)
  const isUnsaved = () => !isSame(definition(), synced)
  const keep = () => kept.keep({ basedOn, definition: definition() } satisfies KeptChanges)

  const schedule = (afterMs: number) => {
    clearTimeout(timer)
    if (state.survey.state === 'draft' && !isClosed)
      timer = setTimeout(() => void flush().catch(() => undefined), afterMs)
  }

  function go(history: History<SurveyDefinition>) {
    const isConflict = state.saving === 'conflict'
    set({ history })
    if (isUnsaved() || isConflict) keep()
    else kept.forget()
    if (isConflict) return
    clearTimeout(timer)
    if (running) return
    set({ saving: isUnsaved() ? 'changed' : 'saved', error: null })
    if (isUnsaved()) schedule(restMs)
  }

  /**
   * Sends what is not saved yet, and waits until it is.
   * @throws ApiProblem as the server said; `survey_changed` leaves a conflict
   */
  async function flush(): Promise<Survey> {
    clearTimeout(timer)
    while (running) await running.catch(() => undefined)
    if (state.saving === 'conflict') throw state.error
    if (!isUnsaved()) return state.survey
    running = save().finally(() => {
      running = undefined
    })
    return running
  }

  async function save(): Promise<Survey> {
    const sent = definition()
    set({ saving: 'saving', error: null })
    try {
      const survey = await server
        .save(state.survey.id, { ...sent, basedOn })
        .catch((error: unknown) => readAfter(error, sent))
      took(survey, sent)
      return survey
    } catch (error) {
      failed(error, sent)
      throw error
    }
  }

  /** The reply of an earlier save may have been lost: then what the server holds is this very change. */
  async function readAfter(error: unknown, sent: SurveyDefinition): Promise<Survey> {
    if (!isChanged(error)) throw error
    const theirs = await server.read(state.survey.id)
    if (isSame(definitionOf(theirs), sent)) return theirs
    set({ survey: theirs })
    throw error
  }

  function took(survey: Survey, sent: SurveyDefinition) {
    synced = sent
    basedOn = survey.updatedAt
    retryMs = firstRetryMs
    set({ survey, saving: isUnsaved() ? 'changed' : 'saved' })
    if (isUnsaved()) {
      keep()
      schedule(restMs)
    } else kept.forget()
  }

  function failed(error: unknown, sent: SurveyDefinition) {
    if (isChanged(error)) return set({ saving: 'conflict', error })
    if (isSignedOut(error)) return set({ saving: 'signedOut', error: null })
    if (!mayRetry(error)) {
      set({ saving: 'refused', error })
      if (!isSame(definition(), sent)) schedule(restMs)
      return
    }
    set({ saving: state.survey.state === 'draft' ? 'waiting' : 'refused', error })
    schedule(retryMs)
    retryMs = Math.min(longestRetryMs, retryMs * 2)
  }

  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** @param merge edits under one name that follow each other are one step to undo */
    edit: (next: SurveyDefinition, merge?: string) => {
      if (!isSame(next, definition())) go(step(state.history, next, merge))
    },
    settle: () => set({ history: settle(state.history) }),
    undo: () => go(undo(state.history)),
    redo: () => go(redo(state.history)),
    flush,
    /** Takes over what the server said elsewhere: a launch, a pause, a change by somebody else while nothing is unsaved. */
    adopt: (survey: Survey) => {
      if (state.saving === 'conflict' || running || survey.updatedAt < state.survey.updatedAt) return
      const isSameWords =
        isSame(definitionOf(survey), synced) || isSame(definitionOf(survey), definitionOf(state.survey))
      if (!isSameWords && isUnsaved()) return
      basedOn = survey.updatedAt
      if (isSameWords) return set({ survey })
      synced = definitionOf(survey)
      set({ survey, history: begin(synced), saving: 'saved', error: null })
    },
    /** Ends a conflict: what the server holds counts, and the edits here are gone. */
    takeTheirs: () => {
      kept.forget()
      synced = definitionOf(state.survey)
      basedOn = state.survey.updatedAt
      set({ history: begin(synced), saving: 'saved', error: null })
    },
    /** Nothing is sent by itself any more: what the server does not have is kept for the next who opens it. */
    close: () => {
      isClosed = true
      clearTimeout(timer)
    },
    /** Goes on with what was kept before a reload, or while nobody was signed in. */
    resume: () => {
      if (state.saving === 'signedOut') set({ saving: 'changed' })
      if (state.saving === 'changed') schedule(0)
    },
  }
}

export type DraftStore = ReturnType<typeof openDraft>

function opened(survey: Survey, { read, forget }: KeptWork): DraftState {
  const history = begin(definitionOf(survey))
  const kept = read()
  if (!isKeptChanges(kept) || isSame(kept.definition, definitionOf(survey))) {
    forget()
    return { survey, history, saving: 'saved', error: null }
  }
  const mine = step(history, kept.definition)
  return kept.basedOn === survey.updatedAt
    ? { survey, history: mine, saving: 'changed', error: null }
    : { survey, history: mine, saving: 'conflict', error: null }
}

const isChanged = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'survey_changed'
