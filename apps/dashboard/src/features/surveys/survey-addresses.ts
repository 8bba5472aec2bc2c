export const surveysAddress = '/surveys'
export const newSurveyAddress = '/surveys/new'
export const surveyImportAddress = '/surveys/import'
export const editAddress = (surveyId: string): string => `/surveys/${encodeURIComponent(surveyId)}/edit`
