import type { Command, Commands, Listener, WidgetEvent, WidgetSettings } from '@heed/contracts'

/** Where the widget comes from, and how it shall look and behave. */
export type StartOptions = WidgetSettings & {
  /** The publishable key, `pk_…`. A secret key does not belong into a browser. */
  key: string
  /** Address of your Heed, such as `https://heed.example.com`. */
  host: string
}

export type HeedFunction = {
  <E extends WidgetEvent>(command: 'on' | 'off', event: E, listener: Listener<E>): void
  <C extends Command>(command: C, ...args: Commands[C]): void
  /**
   * Brings the widget into the page. Once it is there, the same key again changes nothing, and another key is refused
   * with a warning. A page that has the script tag keeps its widget. Never throws.
   */
  start(options: StartOptions): void
  /** Undoes `start`: the widget leaves the page, and the person's things the browser. A tag's widget stays. */
  stop(): void
}
