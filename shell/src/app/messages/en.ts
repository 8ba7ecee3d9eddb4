export const en = {
  slotFailed: 'This part could not be shown just now.',
  retry: 'Try again',
  pageFailed: 'This page could not be shown',
  pageFailedText: 'Something on our side went wrong. The rest of the shop is open.',
  notFound: 'There is nothing at this address',
  notFoundText: 'It may have moved, or it was never here. The arcade is still open.',
  toHome: 'To the entrance',
  skip: 'Skip to content',
};
