export const getStarted = {
  title: 'Get started',
  lead: (workspace: string) =>
    `From nothing to the first answer for ${workspace}. Do what you need, in any order; what is done ticks itself off.`,
  /** Before a step's title, for screen readers. */
  done: 'Done',
  open: 'To do',
  progress: (done: number, all: number) => `${done} of ${all} done`,
  /** What only owners and admins may do. */
  askAdmin: 'An owner or admin of the workspace does this.',
  survey: {
    title: 'Launch a first survey',
    body: 'Choose a template, say whom it may ask, launch it. NPS is a good first one.',
    action: 'Choose a template',
    doneBody: 'A survey is launched. Its results stand under Surveys.',
    doneAction: 'See the surveys',
  },
  demo: {
    title: 'See it in the demo app',
    body: (spend: string) =>
      `A made-up business bank with your widget in it. It opens as Aoife, who pays ${spend} a month and has been a customer for over two years; at the top of the page you switch to others.`,
    /** Shown until a survey is launched. */
    first: 'Launch a survey first, then you can answer it there as one of your customers would.',
    action: 'Open the demo app',
    doneBody: 'The first answer is here.',
    doneAction: 'See the answers',
  },
  tag: {
    title: 'Put Heed into your app',
    body: 'Paste this before the end of the head of your pages, with what your app knows of whoever is signed in.',
    code: 'Script tag',
    origins: 'Then say where your app runs. Browsers elsewhere are refused.',
    origin: 'Address of your app',
    originHint: 'Such as https://app.example.com',
    add: 'Add',
    adding: 'Adding',
    added: (origin: string) => `${origin} may use your key now.`,
    allowed: 'Allowed so far',
    badOrigin: 'Write the address of your app, such as https://app.example.com.',
    docs: 'React, npm, content security policy and more stand in docs/embedding.md.',
    noKey: 'Every publishable key is revoked. Make one to get a tag.',
    toKeys: 'Go to the keys',
    waiting: 'Waiting for the first visitor. This page notices by itself.',
    arrived: 'The first visitor has come.',
  },
  articles: {
    title: 'Write what people ask most',
    body: 'About half of all questions can be answered by an article at the right moment. Write one, or import those that you have.',
    action: 'Write an article',
    import: 'Import articles',
    doneBody: 'The first article is published. The widget offers it while people type.',
    doneAction: 'See the articles',
  },
  colleague: {
    title: 'Invite a colleague',
    body: 'Somebody who answers requests, or reads along.',
    action: 'Invite somebody',
    doneBody: (members: number) => `You are ${members}.`,
    doneAction: 'See the members',
  },
  identity: {
    title: 'Let your server vouch for who people are',
    body: 'For now, what a browser says of plan and spend counts, so that you see something at once. Before figures matter, let your server sign it, and leave out what nobody signed.',
    action: 'Set up signed identity',
    doneBody: 'Only what your server has signed or sent counts in segments and figures.',
    doneAction: 'See the settings',
  },
  card: {
    title: 'Get started',
    next: (step: string) => `Next: ${step}`,
    action: 'Go on',
    hide: 'Hide this',
  },
}
