// Asking and doing
export { graphql } from './graphql.js';
export {
  createClient,
  ApolloProvider,
  OWN_REQUEST,
  type ApolloClient,
  type ClientOptions,
} from './apollo.js';
export { usePageQuery, type PageQuery, type PageQueryOptions } from './page-query.js';
export { useAction } from './action.js';
export type { Action, ActionOptions, ActionResult, PayloadOf, RefusalShape } from './action.js';
export { failureOf, isSignedOut } from './failure.js';
export { postJson, postFile, RequestFailed } from './request.js';

// Who and where
export { useViewer, ViewerProvider, holdsAny, type Role, type Viewer } from './viewer.js';
export type {
  ContextRoute,
  HomeSection,
  NavEntry,
  NavGroup,
  PaletteEntry,
} from './contributions.js';
export { useNavigate, useParams, useLocation, Navigate, Outlet } from 'react-router';
export { useUrlState } from './url-state.js';

// Words and files
export {
  useDates,
  formatDay,
  formatCalendarDay,
  formatTime,
  formatTimes,
  formatWeek,
  formatMoment,
  formatDistance,
  formatNumber,
  zoneCity,
  type Dates,
} from './dates.js';
export { countryName, languageName } from './names.js';
export { keep, keptUnder, letGo, onKept } from './kept.js';
export { forgetAnswers } from './offline-link.js';
export { useApolloClient } from '@apollo/client/react';
export { useDraft, forgetDraft, forgetDrafts, type Draft } from './draft.js';
export { downloadCsv, downloadPicture, csvText, type CsvCell } from './csv.js';
export { downloadWorkbook } from './workbook.js';
