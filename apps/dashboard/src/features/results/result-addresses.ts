export const resultsAddress = (surveyId: string): string => `/surveys/${encodeURIComponent(surveyId)}`
export const compareAddress = (surveyId: string): string => `${resultsAddress(surveyId)}/compare`
export const commentsAddress = (surveyId: string): string => `${resultsAddress(surveyId)}/comments`
export const samplingAddress = (surveyId: string): string => `${resultsAddress(surveyId)}/sampling`
export const sharedAddress = (token: string): string => `/shared/${encodeURIComponent(token)}`
