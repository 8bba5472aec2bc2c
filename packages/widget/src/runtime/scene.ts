import type { Link, Open, SurveyConfig } from '../loader/link.ts'
import type { CaptureTexts } from '../locales/capture-texts.ts'
import type { HelpTexts } from '../locales/help-texts.ts'
import type { NpsTexts } from '../locales/nps-texts.ts'
import type { PanelTexts } from '../locales/panel-texts.ts'
import type { PromptTexts } from '../locales/prompt-texts.ts'
import type { FollowUpModule, FollowUpParts } from '../panels/survey/asking.ts'
import type { WaysModule } from '../panels/survey/way.ts'
import type { element } from '../ui/element.ts'
import type { DeliverModule } from './deliver.ts'
import type { IdentityModule } from './identity.ts'
import type { InlineModule } from './inline.ts'
import type { CaptureModule, FurtherModule, PanelModule, PromptRoom } from './room.ts'
import type { RoomsModule } from './rooms.ts'
import type { Stage } from './stage.ts'
import type { StraightModule } from './straight.ts'
import type { Transport } from './transport.ts'
import type { TrialModule } from './trial.ts'

/** What the runtime leaves to later, by the name of its file; files of words stand there once a language. */
export type Files = {
  outbox: DeliverModule
  identity: IdentityModule
  rooms: RoomsModule
  ways: WaysModule
  /** What comes after the answer to a prompt, and what sends it. */
  'follow-up': FollowUpModule & StraightModule
  trial: TrialModule
  /** Elements of the host page. */
  inline: InlineModule
  help: { help: PanelModule; ticket: PanelModule }
  /** What is read of what is offered, and voted for. */
  further: FurtherModule
  messages: { messages: PanelModule }
  ideas: { ideas: PanelModule }
  capture: CaptureModule
  /** All that prompts say. */
  'prompt-texts': { texts: PromptTexts }
  'help-texts': { texts: HelpTexts }
  /** What the other panels say. */
  'panel-texts': { texts: PanelTexts }
  'capture-texts': { texts: CaptureTexts }
}

/** Starts a download, or answers with what is there. */
export type Downloads = <Name extends keyof Files>(name: Name) => Promise<Files[Name]>

/** A survey, with the words and the ways of answering that it needs from the start. */
export type ReadySurvey = {
  survey: SurveyConfig
  texts: PromptTexts
  ways: WaysModule | undefined
  followUp: FollowUpParts | undefined
  /** Left out: a new one. */
  exposureId?: string
  /** What stands in for parts of its room, where nothing may be kept or sent. */
  instead?: Partial<PromptRoom>
}

/** What panels and elements of the host page need of the runtime. */
export type Scene = {
  link: Link
  /** From the runtime's own download, so that rooms need no other one. */
  element: typeof element
  texts: NpsTexts
  downloads: Downloads
  stage: Stage
  /** A stage in the shadow root of an element of the host page. */
  stageIn(root: ShadowRoot): Stage
  roomOf(stage: Stage, close: () => void): Omit<PromptRoom, 'texts'>
  /** Makes room: the card of that kind that stands already, or a new one. Undefined once the runtime has stopped. */
  bodyOf(part: 'prompt' | 'panel'): HTMLElement | undefined
  /** Tells what stands in that body; `unmount` takes it away. A panel takes the focus, unless it is to be quiet. */
  stands(open: NonNullable<Open>, unmount: () => void, isQuiet?: unknown): void
  close(): void
  /** A survey by its id, of the configuration or as the server has it. @throws when the server did not answer */
  findSurvey(surveyId: string): Promise<SurveyConfig | undefined>
  /** The survey with what it takes to draw it. */
  ready(survey: SurveyConfig): Promise<ReadySurvey>
  mountSurvey(body: HTMLElement, stage: Stage, ready: ReadySurvey): () => void
  transport: Transport
}
