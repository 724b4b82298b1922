"""Jupyter's own conformance suite for kernels, with what it needs to know of C#."""
import sys
import unittest

import jupyter_kernel_test


class CSharpKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "linear-to-neural"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oops");'
    code_generate_error = 'throw new InvalidOperationException("as the test wants it");'
    code_clear_output = "clear_output();"
    code_page_something = "Math.Sqrt?"
    code_inspect_sample = "Math.Sqrt"

    completion_samples = [
        {"text": "Math.Sq", "matches": {"Sqrt"}},
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "var sum = Enumerable.Rang", "matches": {"Range"}},
    ]
    complete_code_samples = ["1 + 1", "var x = 1;", "if (true) { }", "int Twice(int n) { return 2 * n; }", "#!time\n1", ""]
    incomplete_code_samples = ["if (true) {", "int Twice(int n) {\n    return", "Math.Sqrt(", "var text = @\"begun", "class C\n{"]
    invalid_code_samples = ["int = 1;", "1 + ) 2;", "}", "int int x;"]
    code_execute_result = [
        {"code": "1+2+3", "result": "6"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "Enumerable.Range(0, 3)", "mime": "text/html"},
        {"code": "6 * 7", "result": "42"},
    ]
    code_display_data = [
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
        {"code": 'display(LaTeX("$x^2$"));', "mime": "text/latex"},
        {"code": 'display(Markdown("**bold**"));', "mime": "text/markdown"},
        {"code": '"<svg/>".DisplayAs("image/svg+xml");', "mime": "image/svg+xml"},
    ]
    code_history_pattern = "1?2*"
    supported_history_operations = ("tail", "range", "search")


if __name__ == "__main__":
    unittest.main(argv=sys.argv)
