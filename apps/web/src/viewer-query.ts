import { graphql } from '@flipside/platform-web';

export const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      id
      name
      email
      timeZone
      roles
    }
    installation {
      programmeName
      companyMode
      mailConfigured
    }
  }
`);
