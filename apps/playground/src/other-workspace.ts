/** Whether the tab shows the widget of another workspace than the sample; `heed-tag.js` keeps its key. */
export const showsOtherWorkspace = (storage: Pick<Storage, 'getItem'>): boolean => {
  try {
    return storage.getItem('northbank.key') !== null
  } catch {
    return false // blocked storage: the page cannot tell, and the sample is what it is made for
  }
}
