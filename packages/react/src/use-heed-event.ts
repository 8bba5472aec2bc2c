import { heed, type Listener, type WidgetEvent } from '@heed/widget'
import { useContext, useEffect, useRef } from 'react'
import { Session } from './session.ts'
import { useEarlyEffect } from './use-early-effect.ts'

/** Calls the listener of the latest render whenever the widget tells of the event, for as long as the component stands. */
export function useHeedEvent<E extends WidgetEvent>(event: E, listener: Listener<E>): void {
  useSessionEvent(useContext(Session), event, listener)
}

/** The same for the widget of a session: the provider stands above the context that it gives. */
export function useSessionEvent<E extends WidgetEvent>(session: string, event: E, listener: Listener<E>): void {
  const latest = useRef(listener)
  useEarlyEffect(() => {
    latest.current = listener
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a widget that was stopped has forgotten its listeners
  useEffect(() => {
    const hear: Listener<E> = (detail) => latest.current(detail)
    heed('on', event, hear)
    return () => heed('off', event, hear)
  }, [event, session])
}
