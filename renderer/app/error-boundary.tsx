import { Component, type ReactNode } from 'react';
import { useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly failure: string | undefined;
  readonly tries: number;
}

/** Keeps a fault of one screen from taking the window with it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failure: undefined, tries: 0 };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failure: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { failure, tries } = this.state;
    if (failure !== undefined) {
      const retry = () => this.setState({ failure: undefined, tries: tries + 1 });
      return <Failure message={failure} onRetry={retry} />;
    }
    return (
      <div key={tries} className="app-boundary">
        {this.props.children}
      </div>
    );
  }
}

function Failure({ message, onRetry }: { readonly message: string; readonly onRetry: () => void }) {
  const t = useText().errors;
  return (
    <div role="alert" className="app-failure">
      <EmptyState title={t.screenFailed} actions={<Button onPress={onRetry}>{t.tryAgain}</Button>}>
        {t.screenFailedNext}
      </EmptyState>
      <details className="app-failure-details">
        <summary>{t.technical}</summary>
        <code>{message}</code>
      </details>
    </div>
  );
}
