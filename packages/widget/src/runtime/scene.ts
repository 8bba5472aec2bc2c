import type { Panel } from '@heed/contracts'
import type { Link, SurveyConfig } from '../loader/link.ts'
import type { CaptureTexts } from '../locales/capture-texts.ts'
import type { NpsTexts } from '../locales/nps-texts.ts'
import type { PanelTexts } from '../locales/panel-texts.ts'
import type { PromptTexts } from '../locales/prompt-texts.ts'
import type { WaysModule } from '../panels/survey/way.ts'
import type { element } from '../ui/element.ts'
import type { DeliverModule } from './deliver.ts'
import type { IdentityModule } from './identity.ts'
import type { CaptureModule, PanelModule, PromptRoom } from './room.ts'
import type { RoomsModule } from './rooms.ts'
import type { Stage } from './stage.ts'
import type { Visitor } from './visitor.ts'

/** What the runtime leaves to later. Each call starts a download, or answers with what is there. */
export type Downloads = {
  outbox(): Promise<DeliverModule>
  identity(): Promise<IdentityModule>
  rooms(): Promise<RoomsModule>
  ways(): Promise<WaysModule>
  /** What other prompts than those of NPS say. */
  promptTexts(): Promise<PromptTexts>
  panel(panel: Panel): Promise<PanelModule>
  texts(): Promise<PanelTexts>
  capture(): Promise<CaptureModule>
  captureTexts(): Promise<CaptureTexts>
}

/** A survey, with the words and the ways of answering that its kind needs. */
export type ReadySurvey = { survey: SurveyConfig; texts: PromptTexts; ways: WaysModule | undefined }

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
  /** Makes room for a panel: the card that stands already, or a new one. Undefined once the runtime has stopped. */
  panelBody(): HTMLElement | undefined
  /** Tells that a panel stands in that body; `unmount` takes it away. */
  panelStands(panel: Panel, unmount: () => void): void
  close(): void
  /** The survey with what it takes to draw it. */
  ready(survey: SurveyConfig): Promise<ReadySurvey>
  mountSurvey(body: HTMLElement, stage: Stage, ready: ReadySurvey): () => void
  visitor(): Visitor
}
