export * from './capture/capture.ts'
