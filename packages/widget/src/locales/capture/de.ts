import type { CaptureTexts } from '../capture-texts.ts'

export const texts: CaptureTexts = {
  title: 'Bildschirmfoto',
  note: 'Formularfelder sind bereits verdeckt. Verdecken Sie auch alles andere, was niemand sehen soll.',
  tools: 'Werkzeuge',
  crop: 'Zuschneiden',
  box: 'Markieren',
  hide: 'Verdecken',
  undo: 'Rückgängig machen',
  redo: 'Wiederholen',
  cancel: 'Abbrechen',
  use: 'Bild verwenden',
  cropHint: 'Ziehen Sie über das, was bleiben soll.',
  boxHint: 'Ziehen Sie einen Rahmen um das, worum es geht.',
  hideHint: 'Ziehen Sie über das, was niemand sehen soll.',
  keysHint:
    'Mit der Tastatur: Pfeiltasten verschieben den Rahmen, mit Umschalt ändern sie seine Größe, Eingabe wendet ihn an.',
  picture: 'Bild der Seite',
  frameAt: 'Rahmen {left} von links, {top} von oben, {width} breit, {height} hoch',
  cropped: 'Zugeschnitten.',
  boxed: 'Markiert.',
  hidden: 'Verdeckt.',
  undone: 'Rückgängig gemacht.',
  redone: 'Wiederholt.',
}
